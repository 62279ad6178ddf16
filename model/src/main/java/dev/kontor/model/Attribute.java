package dev.kontor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property of an article that buyers read and filter by.
 *
 * @param name in the source's own language
 * @param value in the source's own language, without unit
 * @param unit null if it has none
 * @param texts the same in other languages
 */
public record Attribute(String name, String value, @Nullable String unit, List<Text> texts) {

  /**
   * An attribute in one language.
   *
   * @param language BCP 47 tag such as {@code de-DE}
   */
  public record Text(String language, String name, String value) {}

  public Attribute {
    texts = List.copyOf(texts);
  }
}
