package dev.kontor.proof.merchant;

/**
 * Prints how far a proof has come and what it measured. Surefire keeps it in the test's file below
 * {@code target/surefire-reports}.
 */
public final class Figures {

  private Figures() {}

  /**
   * @param line the proof's name and its figures; {@code ./kontor test} repeats it at its end
   */
  public static void print(String line) {
    System.out.println("proof  " + line);
  }

  public static void progress(String line) {
    System.out.println("proof... " + line);
  }
}
