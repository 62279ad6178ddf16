package dev.kontor.proof.simulation;

import java.nio.file.Files;
import java.nio.file.Path;

/** Runs histories from the command line while one is looked into. */
final class Simulation {

  private Simulation() {}

  public static void main(String[] arguments) throws Exception {
    long from = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    Path home = Files.createTempDirectory("kontor-simulation");
    try (Laboratory laboratory = new Laboratory(home)) {
      long began = System.nanoTime();
      int bad = 0;
      for (long seed = from; seed < from + count; seed++) {
        History.Result result = new History(laboratory, seed).run();
        if (count == 1) {
          System.out.println(result.trace());
        }
        if (!result.violations().isEmpty() || count <= 5) {
          System.out.println("seed " + seed + " " + result.hash() + " " + result.violations());
        }
        bad += result.violations().isEmpty() ? 0 : 1;
      }
      System.out.printf(
          "%d seeds, %d bad, %d ms each%n",
          count, bad, (System.nanoTime() - began) / 1_000_000 / count);
    }
    System.exit(0);
  }
}
