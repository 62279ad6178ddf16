package dev.kontor.proof.merchant;

/**
 * Prints how far a proof has come and what it measured; {@code ./kontor test} shows these lines.
 */
public final class Figures {

  private Figures() {}

  /**
   * @param line the proof's name and its figures, repeated at the end of all tests
   */
  public static void print(String line) {
    System.out.println("proof  " + line);
  }

  public static void progress(String line) {
    System.out.println("proof... " + line);
  }
}
