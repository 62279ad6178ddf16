package dev.kontor.engine.config;

/**
 * One thing wrong with a file an operator wrote, said so that they can mend it.
 *
 * @param file as the operator knows it
 * @param line first is 1; 0 if the problem has no line
 * @param path of the field inside the file, e.g. {@code connections.shop.settings}
 * @param problem what is wrong; never a secret
 * @param remedy what to do
 */
public record Problem(String file, int line, String path, String problem, String remedy) {

  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + ": " + (path.isEmpty() ? "" : path + ": ") + problem + "; " + remedy;
  }
}
