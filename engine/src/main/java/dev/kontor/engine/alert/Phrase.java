package dev.kontor.engine.alert;

import java.util.Locale;

/**
 * Every sentence of an alert in English and German. {@code %1$s} is what it is about, {@code %2$s}
 * the documents or the figure, {@code %3$s} since when, {@code %4$s} the reason or limit.
 */
enum Phrase {
  FAILURE_TITLE("Not transferred: %2$s (%1$s)", "Nicht übertragen: %2$s (%1$s)"),
  FAILURE_WHAT("Reason: %4$s", "Grund: %4$s"),
  FAILURE_EFFECT(
      "Waiting for a person since %3$s: %2$s. They are missing in the target until somebody decides.",
      "Auf eine Entscheidung warten seit %3$s: %2$s. Bis dahin fehlen sie im Zielsystem."),
  FAILURE_TODO(
      "Mend the cause, then resubmit them; or discard what is not to be transferred.",
      "Die Ursache beheben, dann erneut senden; oder verwerfen, was nicht übertragen werden soll."),
  AGE_TITLE("On the way for too long: %2$s (%1$s)", "Zu lange unterwegs: %2$s (%1$s)"),
  AGE_WHAT(
      "Neither written nor refused for more than %4$s.",
      "Seit mehr als %4$s weder geschrieben noch abgelehnt."),
  AGE_EFFECT(
      "Not in the target yet, the oldest since %3$s: %2$s.",
      "Noch nicht im Zielsystem, am längsten seit %3$s: %2$s."),
  AGE_TODO(
      "Look at what they wait for, and whether the target answers.",
      "Nachsehen, worauf sie warten und ob das Zielsystem antwortet."),
  SLA_TITLE("Late: %2$s (%1$s)", "Verspätet: %2$s (%1$s)"),
  SLA_WHAT("Not in the target within %4$s.", "Nicht innerhalb von %4$s im Zielsystem."),
  SLA_EFFECT(
      "Nobody works on them in the target: %2$s.", "Im Zielsystem bearbeitet sie niemand: %2$s."),
  SLA_TODO(
      "Look at what they wait for, and whether the target answers.",
      "Nachsehen, worauf sie warten und ob das Zielsystem antwortet."),
  DRIFT_TITLE("The systems differ: %2$s (%1$s)", "Die Systeme weichen ab: %2$s (%1$s)"),
  DRIFT_WHAT("The comparison of %3$s found: %4$s.", "Der Vergleich vom %3$s fand: %4$s."),
  DRIFT_EFFECT(
      "Shop and ERP show different things of the same: %2$s.",
      "Shop und ERP zeigen Verschiedenes vom Selben: %2$s."),
  DRIFT_TODO(
      "./kontor reconcile --flow=%1$s names them and says what it can mend.",
      "./kontor reconcile --flow=%1$s nennt sie und sagt, was es beheben kann."),
  UNCOMPARED_TITLE("Could not be compared: %1$s", "Vergleich nicht möglich: %1$s"),
  UNCOMPARED_WHAT("Reason: %4$s", "Grund: %4$s"),
  UNCOMPARED_EFFECT(
      "Nobody knows whether shop and ERP agree, since %3$s.",
      "Ob Shop und ERP übereinstimmen, weiß niemand, seit %3$s."),
  UNCOMPARED_TODO(
      "Mend the cause; it is tried again by itself.",
      "Die Ursache beheben; es wird von selbst erneut versucht."),
  BUDGET_TITLE("Limit nearly used up: %1$s", "Grenze fast ausgeschöpft: %1$s"),
  BUDGET_WHAT(
      "%2$s of the limit %4$s are used up, and have been for a while.",
      "%2$s der Grenze %4$s sind verbraucht, und das schon länger."),
  BUDGET_EFFECT(
      "Orders go first; stock, prices and articles arrive later than usual.",
      "Aufträge gehen vor; Bestand, Preise und Artikel kommen später als sonst."),
  BUDGET_TODO(
      "Look for what else calls the system, and whether a flow can rest by day.",
      "Nachsehen, was das System sonst aufruft und ob ein Flow tagsüber ruhen kann."),
  SILENCE_TITLE("Announces nothing any more: %1$s", "Meldet nichts mehr: %1$s"),
  SILENCE_WHAT(
      "New documents are found by asking only; the last announcement came at %3$s.",
      "Neues wird nur noch durch Nachfragen gefunden; die letzte Meldung kam am %3$s."),
  SILENCE_EFFECT(
      "What happens there arrives later than usual, with the next poll.",
      "Was dort geschieht, kommt später als sonst an, mit der nächsten Abfrage."),
  SILENCE_TODO(
      "Look at the webhooks there: whether they are active and reach the hub's door.",
      "Die Webhooks dort prüfen: ob sie aktiv sind und die Tür des Hubs erreichen."),
  PAUSED_TITLE("Stopped: %1$s", "Angehalten: %1$s"),
  PAUSED_WHAT("Reason: %4$s", "Grund: %4$s"),
  PAUSED_EFFECT(
      "Nothing passes since %3$s; what arrives waits.",
      "Seit %3$s wird nichts übertragen; was kommt, wartet."),
  PAUSED_TODO(
      "Mend the cause, then resume it; what waits goes on by itself.",
      "Die Ursache beheben, dann fortsetzen; was wartet, läuft von selbst weiter."),
  STOPPED_BY_PERSON("a person stopped it", "von einer Person angehalten"),
  UNREACHABLE_TITLE("Cannot be reached: %1$s", "Nicht erreichbar: %1$s"),
  UNREACHABLE_WHAT(
      "Calls get no answer; one at a time tries.",
      "Aufrufe bleiben ohne Antwort; einer nach dem anderen versucht es."),
  UNREACHABLE_EFFECT(
      "Nothing reaches it or comes from it; what arrives waits and goes on by itself.",
      "Nichts kommt hin oder her; was ansteht, wartet und läuft von selbst weiter."),
  UNREACHABLE_TODO(
      "Look whether it runs and whether the network lets the hub through.",
      "Prüfen, ob es läuft und ob das Netz den Hub durchlässt."),
  RECEIVER_TITLE("Alerts do not arrive: %1$s", "Meldungen kommen nicht an: %1$s"),
  RECEIVER_WHAT("Reason: %4$s", "Grund: %4$s"),
  RECEIVER_EFFECT("Not told since %3$s: %2$s.", "Nicht erfahren hat er seit %3$s: %2$s."),
  RECEIVER_TODO(
      "./kontor alerts test says what the receiver answers.",
      "./kontor alerts test sagt, was der Empfänger antwortet."),
  TEST_TITLE("Test of Kontor's alerts (%1$s)", "Probe der Meldungen von Kontor (%1$s)"),
  TEST_WHAT("Somebody asked for this test.", "Jemand hat diese Probe verlangt."),
  TEST_EFFECT("None: nothing is wrong.", "Keine: Es ist alles in Ordnung."),
  TEST_TODO("Nothing.", "Nichts."),
  STILL("Still: %s", "Weiterhin: %s"),
  OVER("Over: %s", "Vorbei: %s"),
  IS_OVER("It began at %s and is over.", "Es begann am %s und ist vorbei."),
  NOTHING_TO_DO("Nothing is left to do.", "Es ist nichts mehr zu tun."),
  WORTH("%s worth %s", "%s im Wert von %s"),
  MORE("%s and %s more", "%s und %s weitere"),
  UNKNOWN("unknown", "unbekannt");

  private final String english;
  private final String german;

  Phrase(String english, String german) {
    this.english = english;
    this.german = german;
  }

  /** In German if that is asked for, else in English. */
  String in(Locale language, Object... about) {
    String text = language.getLanguage().equals("de") ? german : english;
    return String.format(Locale.ROOT, text, about);
  }
}
