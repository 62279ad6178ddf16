package dev.kontor.connector.magento.product;

import dev.kontor.spi.Fault;
import tools.jackson.databind.JsonNode;

/** One operation that failed since it was waited for. */
record Failed(JsonNode product, Fault fault) {}
