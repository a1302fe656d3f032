package io.wattline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How reports write numbers. */
public final class ReportNumbers {

    private static final BigDecimal LARGE = BigDecimal.valueOf(100);
    private static final int PERCENT = 100;
    private static final double TENTHS = 1000;

    /** For tables: every digit, such as 41,230.123457; - for what is no number. */
    public String exact(Object kwh) {
        return kwh instanceof BigDecimal number ? format("#,##0.######").format(number) : "-";
    }

    /** For sentences: whole from 100 on, such as 41,230. */
    public String rounded(BigDecimal number) {
        if (number == null) {
            return "-";
        }
        return format(number.abs().compareTo(LARGE) >= 0 ? "#,##0" : "0.##").format(number);
    }

    /** A share from 0 to 1, cut and not rounded: 99.96 % are not 100 %. */
    public String percent(double share) {
        return format("0.#").format(BigDecimal.valueOf(Math.floor(share * TENTHS + 1e-9) / 10)) + " %";
    }

    /** How much more a number is than another, with its sign, such as +3.1 %. */
    String change(BigDecimal now, BigDecimal before) {
        BigDecimal part = now.subtract(before).multiply(BigDecimal.valueOf(PERCENT))
                .divide(before.abs(), 1, RoundingMode.HALF_UP);
        return (part.signum() >= 0 ? "+" : "") + part + " %";
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
