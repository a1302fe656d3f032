package io.wattline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
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
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.wattline.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;

/** Who may know whom, and what nobody does. */
@AnalyzeClasses(packages = "io.wattline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> DOMAIN = resideInAnyPackage(
                    "io.wattline.alert..",
                    "io.wattline.anomaly..",
                    "io.wattline.audit..",
                    "io.wattline.backfill..",
                    "io.wattline.channel..",
                    "io.wattline.deadletter..",
                    "io.wattline.discovery..",
                    "io.wattline.estimation..",
                    "io.wattline.field..",
                    "io.wattline.forecast..",
                    "io.wattline.gap..",
                    "io.wattline.quality..",
                    "io.wattline.reading..",
                    "io.wattline.reconciliation..",
                    "io.wattline.source..",
                    "io.wattline.validation..")
            .and(not(outer(nameMatching(".*(Module|Routes)"))))
            .as("the domain");
    private static final String[] EDGE = {
        "io.wattline.app..", "io.wattline.http..", "io.wattline.health..", "io.wattline.cli..", "io.wattline.lab.."
    };
    private static final String[] CAMEL = {
        "io.wattline.app..",
        "io.wattline.http..",
        "io.wattline.jmx..",
        "io.wattline.health..",
        "io.wattline.metrics..",
        "io.wattline.module..",
        "io.wattline.routes..",
        "io.wattline.lab.."
    };

    /**
     * Features are plain Java: they can be read, tested and used without Camel. Their modules and route builders put
     * them to work.
     */
    @ArchTest
    static final ArchRule camel_is_known_only_where_it_is_put_to_work = noClasses()
            .that(not(resideInAnyPackage(CAMEL)).and(not(outer(nameMatching(".*(Module|Routes)")))))
            .should().dependOnClassesThat().resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule the_domain_does_not_know_its_edge = noClasses().that(DOMAIN)
            .should().dependOnClassesThat().resideInAnyPackage(EDGE);

    /** What knows the vendor is in one package: see its package-info. */
    @ArchTest
    static final ArchRule nobody_but_the_assembly_and_the_lab_knows_the_vendor = noClasses()
            .that(not(resideInAnyPackage("io.wattline.eniscope..", "io.wattline.app..", "io.wattline.lab..")))
            .should().dependOnClassesThat().resideInAPackage("io.wattline.eniscope..");

    @ArchTest
    static final ArchRule nobody_but_the_lab_and_the_assembly_knows_the_simulator = noClasses()
            .that(not(resideInAnyPackage("io.wattline.lab..", "io.wattline.app..")))
            .should().dependOnClassesThat().resideInAPackage("io.wattline.lab.simulator..");

    /** Its truth must be a second opinion, not ours said twice. */
    @ArchTest
    static final ArchRule the_simulator_shares_only_columns_and_intervals = noClasses()
            .that()
            .resideInAPackage("io.wattline.lab.simulator..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.wattline..")
                    .and(not(resideInAPackage("io.wattline.lab.simulator..")))
                    .and(not(outer(simpleName("Column").or(simpleName("Interval"))))));

    /** Readings come from the source; what judges them and sets them aside comes after. */
    @ArchTest
    static final ArchRule readings_do_not_know_what_becomes_of_them = noClasses()
            .that(resideInAnyPackage("io.wattline.reading..", "io.wattline.channel..", "io.wattline.eniscope.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.wattline.validation..", "io.wattline.deadletter..", "io.wattline.alert..");

    /** The root package is a slice of its own. */
    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().assignedFrom(new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] parts = type.getPackageName().split("\\.");
            return SliceIdentifier.of(parts.length > 2 ? parts[2] : "the root package");
        }

        @Override
        public String getDescription() {
            return "packages below io.wattline, and that itself";
        }
    }).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_command_line_uses_the_assembly = noClasses()
            .that(not(resideInAnyPackage("io.wattline.app..", "io.wattline.cli..", "io.wattline")))
            .should().dependOnClassesThat().resideInAPackage("io.wattline.app..");

    /** It takes values, or its own settings record. */
    @ArchTest
    static final ArchRule the_domain_takes_values_and_not_settings =
            noClasses().that(DOMAIN).should().dependOnClassesThat().areAssignableTo(Settings.class);

    /**
     * A name is said without its package. A class inside of another is named with that one, and does not take the name
     * of a class that stands alone.
     */
    @ArchTest
    static final ArchRule a_simple_name_stands_once = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(new ArchCondition<>("be the only ones of their simple name") {
                private final Map<String, List<JavaClass>> named = new HashMap<>();

                @Override
                public void init(Collection<JavaClass> all) {
                    named.clear();
                    all.forEach(type -> named.computeIfAbsent(type.getSimpleName(), none -> new ArrayList<>())
                            .add(type));
                }

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (named.get(type.getSimpleName()).size() > 1) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getSimpleName() + " stands in " + named.get(type.getSimpleName())));
                    }
                }
            });

    /** Beside the log, which has no other place to report that it cannot write. */
    @ArchTest
    static final ArchRule only_the_command_line_writes_to_the_terminal = noClasses()
            .that(not(resideInAnyPackage("io.wattline.cli..", "io.wattline.logging.."))
                    .and(not(simpleName("Main")))
                    .and(not(simpleName("SimulatorCommand"))))
            .should(ACCESS_STANDARD_STREAMS);

    /** {@code StopSignal} only says with which exit code a process ends that ends anyway. */
    @ArchTest
    static final ArchRule only_the_command_line_ends_the_process = noClasses()
            .that(not(simpleName("Main"))
                    .and(not(simpleName("SimulatorCommand")))
                    .and(not(simpleName("StopSignal"))))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule no_java_util_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule no_joda_time = NO_CLASSES_SHOULD_USE_JODATIME;

    @ArchTest
    static final ArchRule no_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .that(not(resideInAPackage("io.wattline.lab.simulator..")))
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class);

    /** Time is passed in as a {@code Clock}: a test can move it. */
    @ArchTest
    static final ArchRule nobody_in_the_domain_looks_at_the_wall = noClasses()
            .that(DOMAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone");

    /**
     * {@code SettingRule} and {@code RouteLines} ask Quartz about a cron expression, {@code TimerWatch} about the next
     * time of a timer, and Quartz knows no other type.
     */
    @ArchTest
    static final ArchRule nobody_uses_the_old_date = noClasses()
            .that(not(simpleName("SettingRule").or(simpleName("RouteLines")).or(simpleName("TimerWatch"))))
            .should()
            .dependOnClassesThat(assignableTo(Date.class).and(not(assignableTo(java.sql.Timestamp.class))));

    @ArchTest
    static final ArchRule loggers_are_private_constants = fields().that()
            .haveRawType(Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule no_public_fields_that_change = noFields().that().areNotFinal().should().bePublic();

    @ArchTest
    static final ArchRule exceptions_are_called_so =
            classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception");

    @ArchTest
    static final ArchRule tests_stay_out_of_the_product = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "org.awaitility..", "io.wattline.testing..");

    /** A class, or one inside of it. */
    private static DescribedPredicate<JavaClass> outer(DescribedPredicate<? super JavaClass> wanted) {
        return DescribedPredicate.describe(wanted.getDescription() + " or part of it", type -> {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return wanted.test(outer);
        });
    }
}
