/** What an article costs whom, as an ERP's connector tells it. */
@org.jspecify.annotations.NullMarked
package dev.kontor.kit.prices;
