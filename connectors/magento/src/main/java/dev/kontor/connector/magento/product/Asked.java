package dev.kontor.connector.magento.product;

import dev.kontor.spi.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article to be compared.
 *
 * @param fault why it cannot be compared, null if it can
 */
record Asked(List<Part> parts, @Nullable Fault fault) {}
