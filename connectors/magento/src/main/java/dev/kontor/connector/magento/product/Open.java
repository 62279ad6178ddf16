package dev.kontor.connector.magento.product;

import tools.jackson.databind.JsonNode;

/**
 * One operation.
 *
 * @param product as it was sent
 */
record Open(String uuid, int id, JsonNode product) {}
