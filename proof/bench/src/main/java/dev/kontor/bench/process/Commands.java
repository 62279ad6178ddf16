package dev.kontor.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A child's side of the conversation: one line asks, one line of JSON answers. */
public final class Commands {

  private static final JsonMapper JSON = new JsonMapper();

  private Commands() {}

  /** Answers until the input ends, which is when the parent has gone. */
  public static void serve(Function<String[], Object> answers) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      say(answers.apply(line.split(" ", -1)));
    }
  }

  public static void say(Object answer) {
    System.out.println(JSON.writeValueAsString(answer));
    System.out.flush();
  }
}
