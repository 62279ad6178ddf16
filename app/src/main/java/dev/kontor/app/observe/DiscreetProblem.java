package dev.kontor.app.observe;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exception as it is logged: what it says only if its class is known to quote nothing. */
record DiscreetProblem(IThrowableProxy problem) implements IThrowableProxy {

  /** The hub's own, and those of the JDK and the database that tell of connections and files. */
  private static final String[] QUOTE_NOTHING = {
    "dev.kontor.",
    "java.io.",
    "java.net.ConnectException",
    "java.net.Socket",
    "java.net.UnknownHostException",
    "java.net.http.",
    "java.sql.",
    "org.postgresql.",
    "java.lang.IllegalStateException",
    "java.lang.NullPointerException",
    "java.util.concurrent.TimeoutException",
    "java.util.concurrent.CancellationException"
  };

  @Override
  public @Nullable String getMessage() {
    return said(problem.getMessage());
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return said(problem.getOverridingMessage());
  }

  private @Nullable String said(@Nullable String message) {
    boolean known = Stream.of(QUOTE_NOTHING).anyMatch(problem.getClassName()::startsWith);
    return message == null || known ? message : "(what it says is left out)";
  }

  @Override
  public String getClassName() {
    return problem.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return problem.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return problem.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    IThrowableProxy cause = problem.getCause();
    return cause == null ? null : new DiscreetProblem(cause);
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return Stream.of(problem.getSuppressed())
        .map(DiscreetProblem::new)
        .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return problem.isCyclic();
  }
}
