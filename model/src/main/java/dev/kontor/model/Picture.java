package dev.kontor.model;

/**
 * A picture of an article. Its bytes are opened from the source when they are needed.
 *
 * @param reference by which the source's connector opens it
 * @param contentType such as {@code image/jpeg}
 * @param sha256 of its bytes, lower-case hex; the same picture is uploaded once
 */
public record Picture(String reference, String contentType, String sha256) {}
