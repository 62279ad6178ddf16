/**
 * Optional help for connector authors: JSON over HTTP, token cache, OData, status to fault tables.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.kit;
