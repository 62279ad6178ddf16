package dev.kontor.model;

import java.util.List;

/**
 * Where an article stands in the navigation.
 *
 * @param steps from the root down to the article's own category; never empty
 */
public record CategoryPath(List<Category> steps) {

  /**
   * One category.
   *
   * @param code the source's key of it
   * @param name as shown to people
   */
  public record Category(String code, String name) {}

  public CategoryPath {
    steps = List.copyOf(steps);
  }
}
