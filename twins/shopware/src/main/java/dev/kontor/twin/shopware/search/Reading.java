package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.data.Values;

/**
 * How rows are shown.
 *
 * @param inheriting variants complete with their parent's fields (header sw-inheritance)
 * @param languageId language of translated fields (header sw-language-id)
 */
public record Reading(boolean inheriting, String languageId) {
  /** As stored, in the system language. */
  public static final Reading PLAIN = new Reading(false, Values.SYSTEM_LANGUAGE);
}
