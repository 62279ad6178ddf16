package dev.kontor.bench.console;

import dev.kontor.bench.process.Child;
import dev.kontor.bench.process.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How long a console's pages take while the ledger is large. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description =
        "Asks for overview, search and document page of a ledger of millions of messages.")
public final class ConsoleCommand implements Callable<Integer> {

  private static final double AIM_MILLIS = 300;
  private static final int WARM_TIMES = 21;
  private static final long SEED = 5;
  private static final Path CACHES = Path.of("/proc/sys/vm/drop_caches");

  private static final List<Questions> AIMED =
      List.of(Questions.OVERVIEW, Questions.SEARCH, Questions.DOCUMENT);

  @Option(names = "--messages", description = "Messages in the ledger (${DEFAULT-VALUE}).")
  private int messages = 5_000_000;

  @Option(names = "--home", description = "Directory of a ledger that is kept, and used if there.")
  private @Nullable Path home;

  @Option(
      names = "--drop-caches",
      description = "Have Linux forget all files before each cold question; needs its permission.")
  private boolean drop;

  private final Random dice = new Random(SEED);

  @Override
  public Integer call() throws IOException {
    Path place =
        home == null
            ? Java.runs().resolve("console-" + ProcessHandle.current().pid())
            : home.toAbsolutePath();
    if (!Files.exists(place.resolve("filled"))) {
      fill(place);
    }
    StringBuilder line = new StringBuilder("bench=console messages=" + messages);
    double worst = 0;
    for (Questions question : AIMED) {
      double cold = cold(place, question);
      say(line, question, "_ms_cold", cold);
      worst = Math.max(worst, cold);
    }
    try (Child hub = start(place)) {
      for (Questions question : Questions.values()) {
        double warm = warm(hub, question);
        say(line, question, "_ms", warm);
        worst = AIMED.contains(question) ? Math.max(worst, warm) : worst;
      }
    }
    System.out.println(line);
    return worst <= AIM_MILLIS ? 0 : 1;
  }

  private static void say(StringBuilder line, Questions question, String what, double millis) {
    String name = question.name().toLowerCase(Locale.ROOT);
    line.append(String.format(Locale.ROOT, " %s%s=%.0f", name, what, millis));
  }

  private static Child start(Path place) throws IOException {
    List<String> arguments = new ArrayList<>(Java.MEASURED);
    arguments.addAll(
        List.of("-cp", Java.hubClassPath(), ConsoleProcess.class.getName(), place.toString()));
    Child child = new Child(place.resolve("hub.log"), arguments);
    child.line();
    return child;
  }

  private void fill(Path place) throws IOException {
    Files.createDirectories(place);
    try (var yaml = ConsoleCommand.class.getResourceAsStream("/bench/console.yaml")) {
      Files.write(place.resolve("kontor.yaml"), Objects.requireNonNull(yaml).readAllBytes());
    }
    System.out.printf("console  filling a ledger of %d messages in %s%n", messages, place);
    long began = System.nanoTime();
    try (Child hub = start(place)) {
      JsonNode answer =
          hub.ask("fill " + messages / LedgerFillStore.TOGETHER * LedgerFillStore.TOGETHER);
      System.out.printf(
          Locale.ROOT,
          "console  filled in %.0f s, %d MB%n",
          (System.nanoTime() - began) / 1e9,
          answer.path("bytes").asLong() / 1_000_000);
    }
    Files.writeString(place.resolve("filled"), Integer.toString(messages));
  }

  /** The first thing a new process with a new database server is asked. */
  private double cold(Path place, Questions question) throws IOException {
    if (drop) {
      Files.writeString(CACHES, "3");
    }
    try (Child hub = start(place)) {
      return ask(hub, question);
    }
  }

  private double warm(Child hub, Questions question) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < WARM_TIMES; i++) {
      times.add(ask(hub, question));
    }
    times.sort(Double::compare);
    return times.get(WARM_TIMES / 2);
  }

  /** Of an order that the ERP has. */
  private double ask(Child hub, Questions question) {
    long orders = (long) messages / LedgerFillStore.TOGETHER * LedgerFillStore.ORDERS;
    long order = dice.nextLong(orders / 100) * 100 + 53;
    String command = question.name().toLowerCase(Locale.ROOT) + " " + Math.min(order, orders - 1);
    return hub.ask(command).path("millis").asDouble();
  }
}
