package io.wattline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux knows of a process, from {@code /proc}. */
final class ProcessTimes {

    /** Linux counts CPU time for programs in hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;
    private static final double KIB_PER_MIB = 1024;
    /** Places in {@code /proc/PID/stat} behind the name of the program. */
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;
    /** Places in the first line of {@code /proc/stat}. */
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STEAL = 8;

    private ProcessTimes() {
    }

    /** CPU time that the process has used so far, user and system, in s; 0 once it has ended. */
    static double cpuSeconds(long pid) {
        String[] stat = stat(pid);
        return stat.length == 0 ? 0 : ticks(stat, USER, SYSTEM) / TICKS_PER_SECOND;
    }

    /**
     * The same with all of its children, those that have ended too: for PostgreSQL, which is one process for each
     * connection.
     */
    static double treeCpuSeconds(long pid) {
        String[] stat = stat(pid);
        if (stat.length == 0) {
            return 0;
        }
        double seconds = ticks(stat, USER, SYSTEM, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM) / TICKS_PER_SECOND;
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return seconds
                    + processes
                            .mapToLong(ProcessHandle::pid)
                            .filter(child -> isChild(child, pid))
                            .mapToDouble(ProcessTimes::treeCpuSeconds)
                            .sum();
        }
    }

    /**
     * CPU time that the whole machine has used so far, whoever used it, in s; what the hypervisor took from it
     * included.
     */
    static double machineCpuSeconds() {
        String[] all = read(Path.of("/proc/stat")).lines().findFirst().orElse("cpu").split("\\s+");
        long ticks = 0;
        for (int place = 1; place < all.length && place <= STEAL; place++) {
            ticks += place == IDLE || place == WAITING ? 0 : Long.parseLong(all[place]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** The most memory that the process has had at once, in MiB; 0 once it has ended. */
    static double peakRssMib(long pid) {
        return text(pid, "status").lines().filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB).findFirst().orElse(0);
    }

    private static boolean isChild(long child, long parent) {
        String[] stat = stat(child);
        return stat.length > 0 && Long.parseLong(stat[PARENT]) == parent;
    }

    private static long ticks(String[] stat, int... places) {
        long ticks = 0;
        for (int place : places) {
            ticks += Long.parseLong(stat[place]);
        }
        return ticks;
    }

    private static String[] stat(long pid) {
        String text = text(pid, "stat");
        return text.isEmpty() ? new String[0] : text.substring(text.lastIndexOf(')') + 2).split(" ");
    }

    private static String text(long pid, String what) {
        return read(Path.of("/proc", Long.toString(pid), what));
    }

    /** Empty where the process has ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return "";
            }
            throw new UncheckedIOException("There is no /proc here: the bench measures CPU time "
                    + "and memory on Linux only", e);
        }
    }
}
