package io.wattline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JODATIME;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchIgnore;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Date;
import org.slf4j.Logger;

/** Who may know whom, and what nobody does. */
@AnalyzeClasses(packages = "io.wattline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"io.wattline.channel..", "io.wattline.reading..", "io.wattline.validation..",
        "io.wattline.deadletter..", "io.wattline.alert..", "io.wattline.gap..", "io.wattline.backfill..", "io.wattline.estimation..", "io.wattline.reconciliation..",
        "io.wattline.quality..", "io.wattline.discovery..", "io.wattline.audit.."};
    private static final String[] EDGE = {"io.wattline.app..", "io.wattline.http..", "io.wattline.health..", "io.wattline.cli..", "io.wattline.lab.."};
    /** They put the parts together. */
    private static final DescribedPredicate<JavaClass> ASSEMBLY = resideInAPackage("io.wattline.app").as("the assembly (app)");
    private static final DescribedPredicate<JavaClass> ROUTE_BUILDER = assignableTo(org.apache.camel.builder.RouteBuilder.class);

    /** The domain is plain Java: it can be read, tested and used without Camel. */
    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule camel_is_known_only_where_it_is_put_to_work = noClasses()
            .that(not(resideInAnyPackage("io.wattline.app..", "io.wattline.cli..", "io.wattline.http..", "io.wattline.jmx..", "io.wattline.health..", "io.wattline.metrics..", "io.wattline.routes..")).and(not(ASSEMBLY)).and(not(isPartOf(ASSEMBLY))).and(not(ROUTE_BUILDER)))
            .should().dependOnClassesThat().resideInAPackage("org.apache.camel..");

    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule the_domain_does_not_know_its_edge = noClasses().that().resideInAnyPackage(DOMAIN)
            .should().dependOnClassesThat().resideInAnyPackage(EDGE);

    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule nobody_but_demo_and_assembly_knows_the_simulator = noClasses()
            .that(not(resideInAnyPackage("io.wattline.lab.simulator..", "io.wattline.lab.demo..")).and(not(ASSEMBLY)).and(not(isPartOf(ASSEMBLY))))
            .should().dependOnClassesThat().resideInAPackage("io.wattline.lab.simulator..");

    /** Its truth must be a second opinion, not ours said twice. */
    @ArchTest
    static final ArchRule the_simulator_shares_only_columns_and_intervals = noClasses().that().resideInAPackage("io.wattline.lab.simulator..")
            .should().dependOnClassesThat(resideInAPackage("io.wattline..").and(not(resideInAPackage("io.wattline.lab.simulator..")))
                    .and(not(simpleName("Column").or(simpleName("Interval")).or(isPartOf(simpleName("Column").or(simpleName("Interval")))))));

    /** Readings come from the source; what judges them and sets them aside comes after. */
    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule readings_do_not_know_what_becomes_of_them = noClasses().that().resideInAnyPackage("io.wattline.reading..", "io.wattline.channel..", "io.wattline.eniscope..")
            .should().dependOnClassesThat().resideInAnyPackage("io.wattline.validation..", "io.wattline.deadletter..", "io.wattline.alert..");

    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule the_api_client_knows_nothing_of_ours = noClasses().that().resideInAPackage("io.wattline.eniscope..")
            .should().dependOnClassesThat(resideInAPackage("io.wattline..").and(not(resideInAPackage("io.wattline.eniscope.."))));

    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule feature_packages_have_no_cycles = slices().matching("io.wattline.(*)..").should().beFreeOfCycles();

    /** The root package holds settings and contracts, which anybody may use, and the assembly, which nobody may. */
    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule nobody_uses_the_assembly = noClasses().that(not(ASSEMBLY).and(not(isPartOf(ASSEMBLY))))
            .should().dependOnClassesThat(ASSEMBLY);

    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule the_domain_takes_values_and_not_settings = noClasses().that().resideInAnyPackage(DOMAIN)
            .should().dependOnClassesThat().resideInAPackage("io.wattline");

    /** Beside the log, which has nobody else to complain to when it cannot write. */
    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule only_the_command_line_writes_to_the_terminal = noClasses()
            .that(not(resideInAnyPackage("io.wattline.cli..", "io.wattline.logging..")).and(not(simpleName("Main"))).and(not(simpleName("SimulatorCommand"))))
            .should(ACCESS_STANDARD_STREAMS);

    /** {@code StopSignal} only says with which exit code a process ends that ends anyway. */
    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule only_the_command_line_ends_the_process = noClasses()
            .that(not(simpleName("Main")).and(not(simpleName("SimulatorCommand"))).and(not(simpleName("StopSignal")))).should().callMethod(System.class, "exit", int.class)
            .orShould().callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule no_java_util_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule no_joda_time = NO_CLASSES_SHOULD_USE_JODATIME;

    @ArchTest
    static final ArchRule no_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().that(not(resideInAPackage("io.wattline.lab.simulator..")))
            .should().callMethod(Thread.class, "sleep", long.class).orShould().callMethod(Thread.class, "sleep", long.class, int.class);

    /** Time is passed in as a {@code Clock}: a test can move it. */
    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule nobody_in_the_domain_looks_at_the_wall = noClasses().that().resideInAnyPackage(DOMAIN)
            .should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(java.time.LocalDate.class, "now").orShould().callMethod(java.time.ZonedDateTime.class, "now")
            .orShould().callMethod(java.time.Clock.class, "systemUTC").orShould().callMethod(java.time.Clock.class, "systemDefaultZone");

    /** {@code Rule} and {@code RouteLines} ask Quartz about a cron expression, {@code TimerWatch} about its next turn, and Quartz speaks of nothing else. */
    @ArchIgnore(reason = "until features own their parts")
    @ArchTest
    static final ArchRule nobody_uses_the_old_date = noClasses().that(not(simpleName("Rule").or(simpleName("RouteLines")).or(simpleName("TimerWatch")))).should().dependOnClassesThat(assignableTo(Date.class).and(not(assignableTo(java.sql.Timestamp.class))));

    @ArchTest
    static final ArchRule loggers_are_private_constants = fields().that().haveRawType(Logger.class).should().bePrivate().andShould().beStatic().andShould().beFinal();

    @ArchTest
    static final ArchRule no_public_fields_that_change = noFields().that().areNotFinal().should().bePublic();

    @ArchTest
    static final ArchRule exceptions_are_called_so = classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception");

    @ArchTest
    static final ArchRule tests_stay_out_of_the_product = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "org.awaitility..", "io.wattline.testing..");

    private static DescribedPredicate<JavaClass> isPartOf(DescribedPredicate<JavaClass> outer) {
        return DescribedPredicate.describe("part of " + outer.getDescription(), type -> type.getEnclosingClass().filter(outer).isPresent());
    }
}
