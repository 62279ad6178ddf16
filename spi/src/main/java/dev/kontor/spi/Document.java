package dev.kontor.spi;

import dev.kontor.model.EntityType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A document as its system shows it.
 *
 * @param id native id
 * @param number the number people use, null if it has none
 * @param version changes whenever the document changes, children included; with {@code id} it
 *     recognises a repeated reading
 * @param changedAt by the source's clock, children included; orders versions of one document
 * @param content native content; null if only the change is known (thin) or it was deleted
 */
public record Document(
    EntityType type,
    String id,
    @Nullable String number,
    String version,
    Instant changedAt,
    boolean deleted,
    @Nullable JsonNode content) {}
