package dev.kontor.twin.shopware.write;

import java.util.List;
import java.util.function.Consumer;

/**
 * How a write is meant, and what it may.
 *
 * @param languageId language of translated fields given plainly (header sw-language-id)
 * @param indexed whether derived fields are computed; not with {@code indexing-behavior:
 *     disable-indexing}
 * @param rights given all privileges the written rows need, nested ones too, once the payload is
 *     found sound; throws ApiError 403 (Shopware's AclWriteValidator)
 */
public record Mode(String languageId, boolean indexed, Consumer<List<String>> rights) {}
