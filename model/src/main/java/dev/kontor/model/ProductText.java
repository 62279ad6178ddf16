package dev.kontor.model;

import org.jspecify.annotations.Nullable;

/**
 * Texts of an article in one language.
 *
 * @param language BCP 47 tag such as {@code de-DE}
 * @param name null to leave the name of the article's own language
 * @param description plain text or HTML as the source keeps it, null if there is none
 */
public record ProductText(String language, @Nullable String name, @Nullable String description) {}
