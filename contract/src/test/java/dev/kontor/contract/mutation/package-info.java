@org.jspecify.annotations.NullMarked
package dev.kontor.contract.mutation;
