package dev.kontor.twin.shopware.media;

/**
 * A file on its way into the shop.
 *
 * @param name without extension
 * @param extension as the caller named it
 * @param type the MIME type of the file's content
 */
@SuppressWarnings("ArrayRecordComponent") // content is handed through, never compared
public record Upload(String name, String extension, String type, byte[] content) {}
