/**
 * What a connector author sees. The connector gives the diagnosis, the engine owns every reaction.
 *
 * <p>A connector implements {@link dev.kontor.spi.ConnectorProvider} and is found by {@link
 * java.util.ServiceLoader}. It never retries, sleeps, logs secrets or decides what happens next.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.spi;
