package dev.kontor.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux says about a process. */
public final class Proc {

  private static final long MILLIS_PER_TICK = 10;
  private static final int UTIME = 11; // counted after the command's closing parenthesis

  private Proc() {}

  /** CPU used so far by the process alone, in milliseconds. */
  public static long cpuMillis(long pid) {
    return ticks(pid, 2) * MILLIS_PER_TICK;
  }

  /** CPU used so far by the process and its children, those that ended included. */
  public static long treeCpuMillis(long pid) {
    long own = ticks(pid, 4);
    return descendants(pid).stream().mapToLong(child -> ticks(child, 2)).sum() * MILLIS_PER_TICK
        + own * MILLIS_PER_TICK;
  }

  /** Most memory the process ever had resident, in MiB. */
  public static long peakMegabytes(long pid) {
    return lines(pid, "status")
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(Proc::kilobytes)
            .sum()
        / 1_024;
  }

  /** Memory of a process and its children now, shared pages counted once, in MiB. */
  public static long treeMegabytes(long pid) {
    return Stream.concat(Stream.of(pid), descendants(pid).stream())
            .flatMap(each -> lines(each, "smaps_rollup"))
            .filter(line -> line.startsWith("Pss:"))
            .mapToLong(Proc::kilobytes)
            .sum()
        / 1_024;
  }

  private static List<Long> descendants(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid)
        .toList();
  }

  /** The first {@code count} of utime, stime, cutime, cstime. */
  private static long ticks(long pid, int count) {
    return lines(pid, "stat")
        .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" ", -1))
        .flatMap(fields -> Stream.of(fields).skip(UTIME).limit(count))
        .mapToLong(Long::parseLong)
        .sum();
  }

  private static long kilobytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }

  private static Stream<String> lines(long pid, String file) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), file)).stream();
    } catch (IOException gone) {
      return Stream.empty();
    }
  }
}
