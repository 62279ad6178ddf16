package dev.kontor.app.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person what went wrong; where it happened in the code goes to the log at DEBUG. */
public final class PlainErrors implements IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(PlainErrors.class);

  @Override
  public int handleExecutionException(Exception problem, CommandLine line, ParseResult parsed) {
    LOG.debug("{} failed", line.getCommandName(), problem);
    line.getErr().println(text(problem));
    line.getErr().flush();
    return 1;
  }

  /** The message of a problem; its class only where it says nothing itself. */
  public static String text(Throwable problem) {
    @Nullable String message = problem.getMessage();
    return message == null || message.isBlank()
        ? "failed: " + problem.getClass().getSimpleName()
        : Objects.requireNonNull(message);
  }
}
