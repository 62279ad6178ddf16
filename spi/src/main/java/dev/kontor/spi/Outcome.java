package dev.kontor.spi;

import org.jspecify.annotations.Nullable;

/** What became of one {@link Write}. */
public sealed interface Outcome permits Outcome.Written, Outcome.Accepted, Fault {

  /**
   * The effect is in the target.
   *
   * @param id native id
   * @param number the number people use, null if it has none
   * @param version as of {@link Document#version}, null if the answer shows none
   */
  record Written(String id, @Nullable String number, @Nullable String version) implements Outcome {}

  /**
   * The target took it and has not done it yet. It is neither lost nor done: once an unanswered
   * call could not take effect any more, the same is given to {@link Writer#write} again, which
   * looks first what became of it.
   *
   * @param handle by which the target's people find it
   */
  record Accepted(String handle) implements Outcome {}
}
