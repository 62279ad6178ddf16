package dev.kontor.app.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What one of several systems is asked for by name on the command line.
 *
 * @param what in words, such as shop
 */
public record Choice<T>(String what, Map<String, T> byName) {

  /** Throws ParameterException, which names the choices, where there is none of that name. */
  public T of(String name, CommandLine line) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(
            () ->
                new ParameterException(
                    line, "There is no %s '%s'; use %s".formatted(what, name, names())));
  }

  /** {@code a, b or c}. */
  private String names() {
    List<String> names = byName.keySet().stream().sorted().toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
