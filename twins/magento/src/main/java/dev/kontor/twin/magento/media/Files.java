package dev.kontor.twin.magento.media;

import dev.kontor.twin.magento.ApiError;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The files in the shop's folder of pictures; a name that is taken gets a number. */
final class Files {
  private static final int LONGEST = 90;

  private final Set<String> taken = new HashSet<>();

  /** Keeps a file below two folders, named by the first two letters of its name. */
  String keep(String name) {
    String folder = "/" + letter(name, 0) + "/" + letter(name, 1) + "/";
    int point = name.lastIndexOf('.');
    String file = folder + name;
    for (int number = 1; !taken.add(file); number++) {
      file = folder + name.substring(0, point) + "_" + number + name.substring(point);
    }
    return file;
  }

  private static String letter(String name, int at) {
    char letter = at < name.length() ? name.charAt(at) : '_';
    return letter == '.' ? "_" : String.valueOf(letter);
  }

  void remove(String file) {
    taken.remove(file);
  }

  /** Small letters, digits, hyphens, points; anything else is an underscore. */
  static String spelled(String name) {
    String spelled = name.replaceAll("[^A-Za-z0-9_\\-.]+", "_").toLowerCase(Locale.ROOT);
    if (spelled.length() > LONGEST) {
      throw ApiError.of(400, "The image doesn't exist.");
    }
    int point = spelled.lastIndexOf('.');
    return spelled.substring(0, point).matches("_+") ? "file" + spelled.substring(point) : spelled;
  }
}
