/**
 * An OData v4 server over in-memory tables; what differs between systems comes in as Dialect and
 * Rules.
 */
package dev.kontor.twin.kit.odata;
