package dev.kontor.proof.story;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of difference between shop and ERP: how it comes about, and what is to be said of it.
 *
 * @param times how often it is planted
 * @param words what the comparison says of each
 * @param sown makes what it is about, before a hub runs
 * @param grown what happens to it while the hub runs
 * @param spoiled makes the two sides differ while no hub runs; the number it is named by then
 */
record Kind<S>(
    int times, List<Word> words, Supplier<S> sown, Consumer<S> grown, Function<S, String> spoiled) {

  /**
   * What is said of one in one flow.
   *
   * @param mended whether a repair mends it; else a person decides, and it is named again
   */
  record Word(String flow, String cause, boolean mended) {}

  static Word mended(String flow, String cause) {
    return new Word(flow, cause, true);
  }

  static Word left(String flow, String cause) {
    return new Word(flow, cause, false);
  }

  static <S> Kind<S> of(int times, Supplier<S> sown, Word... words) {
    return new Kind<>(times, List.of(words), sown, s -> {}, s -> "");
  }

  Kind<S> grown(Consumer<S> how) {
    return new Kind<>(times, words, sown, how, spoiled);
  }

  Kind<S> spoiled(Function<S, String> how) {
    return new Kind<>(times, words, sown, grown, how);
  }

  /** One that grows up with the others. */
  Plant<S> plant() {
    return new Plant<>(this, sown.get());
  }
}
