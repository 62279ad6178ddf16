/** Data packages: orders with what OData has no set for, imported by data management. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.datapackage;
