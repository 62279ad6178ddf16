package dev.kontor.contract;

import org.jspecify.annotations.Nullable;

/**
 * One test of the contract that did not fail.
 *
 * @param chapter the interface it stands in
 * @param type key of its entity type, empty if it is about none
 * @param skipped why nothing could be tried; null if it passed
 */
record Ran(Class<?> chapter, String type, @Nullable String skipped) {

  boolean passed() {
    return skipped == null;
  }
}
