package dev.kontor.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A child's side of the conversation: one line asks, one marked line of JSON answers. */
public final class Commands {

  /** Before an answer; what else a child says is about its progress. */
  static final String ANSWER = "= ";

  private static final JsonMapper JSON = new JsonMapper();

  private Commands() {}

  /** Answers until the input ends, which is when the parent has gone. */
  public static void serve(Function<String[], Object> answers) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      say(ANSWER + JSON.writeValueAsString(answers.apply(line.split(" ", -1))));
    }
  }

  /** Unasked: that it is there, or how far it is. */
  public static void say(Object line) {
    System.out.println(line);
    System.out.flush();
  }
}
