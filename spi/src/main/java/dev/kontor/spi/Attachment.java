package dev.kontor.spi;

/**
 * A file that a document names, e.g. a picture or an invoice as PDF.
 *
 * @param contentType such as {@code application/pdf}
 * @param bytes whole; never changed after this is made
 */
public record Attachment(String contentType, byte[] bytes) {}
