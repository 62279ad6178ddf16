package dev.kontor.twin.magento.media;

import java.util.HashSet;
import java.util.Set;

/** The files in the shop's folder of pictures; a name that is taken gets a number. */
final class Files {
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
}
