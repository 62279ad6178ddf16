@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.datapackage;
