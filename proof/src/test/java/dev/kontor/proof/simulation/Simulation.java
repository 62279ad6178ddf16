package dev.kontor.proof.simulation;

import java.nio.file.Files;
import java.nio.file.Path;

/** Runs histories from the command line while one is looked into. */
final class Simulation {

  private Simulation() {}

  public static void main(String[] arguments) throws Exception {
    long from = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    Path home = Files.createTempDirectory("kontor-simulation");
    long began = System.nanoTime();
    if (count == 1) {
      replay(home, from);
    } else {
      Histories histories = new Histories(home, from, count, History::ofOrders);
      var bad = histories.run();
      System.out.println(histories.tally().text());
      bad.forEach((seed, result) -> System.out.println("seed " + seed + " " + result.violations()));
      System.out.printf(
          "%d seeds, %d bad, %d ms each%n",
          count, bad.size(), (System.nanoTime() - began) / 1_000_000 / count);
    }
    System.exit(0);
  }

  private static void replay(Path home, long seed) {
    try (Laboratory laboratory = new Laboratory(home)) {
      History.Result result = History.ofOrders(laboratory, seed).run();
      System.out.println(result.trace());
      System.out.println("seed " + seed + " " + result.hash() + " " + result.violations());
    }
  }
}
