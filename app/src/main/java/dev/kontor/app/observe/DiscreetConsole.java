package dev.kontor.app.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;

/**
 * The console, without what exceptions of libraries quote: they repeat the text they could not read
 * or the address they could not call.
 */
public final class DiscreetConsole extends ConsoleAppender<ILoggingEvent> {

  @Override
  protected void append(ILoggingEvent event) {
    super.append(event.getThrowableProxy() == null ? event : new DiscreetEvent(event));
  }
}
