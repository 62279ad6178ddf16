package dev.kontor.app.command;

import dev.kontor.app.access.Passwords;
import dev.kontor.engine.access.Access;
import dev.kontor.engine.access.Role;
import dev.kontor.engine.access.User;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who may sign in at the administration; for whoever has the machine. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|list|reset|disable",
    description = "Says who may sign in at the administration, and as what.",
    footer = {
      "",
      "Roles: viewer, operator, integrator, auditor, administrator. Works beside a running hub or"
          + " without one."
    })
public final class UserCommand {

  private static final String USER = "The user's name.";

  @Spec private CommandSpec spec = CommandSpec.create();

  private int within(HomeOption home, Consumer<Access> work) {
    return AccessWork.within(spec, home, work);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds a user and prints a password for the first sign-in.")
  int add(
      @Mixin HomeOption home,
      @Mixin DecidedBy by,
      @Parameters(paramLabel = "USER", description = USER) String user,
      @Option(names = "--name", paramLabel = "TEXT", description = "What others call the person.")
          @Nullable String name,
      @Option(names = "--role", required = true, paramLabel = "ROLE", description = "May repeat.")
          List<String> roles) {
    String password = Passwords.oneTime();
    return within(
        home,
        access -> {
          access
              .users()
              .add(
                  user,
                  Objects.requireNonNullElse(name, user),
                  roles.stream().map(Role::of).toList(),
                  new Passwords().hash(password),
                  true,
                  by.name());
          tell(User.checkedName(user), password);
        });
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the users.")
  int list(@Mixin HomeOption home) {
    return within(home, access -> access.users().all().forEach(user -> print(user)));
  }

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description =
          "Gives a user, disabled or not, a password that only serves to set another; signs the user"
              + " out everywhere.")
  int reset(
      @Mixin HomeOption home,
      @Mixin DecidedBy by,
      @Parameters(paramLabel = "USER", description = USER) String user) {
    String name = User.checkedName(user);
    String password = Passwords.oneTime();
    return within(
        home,
        access -> {
          access.users().reset(name, new Passwords().hash(password), by.name());
          access.users().change(name, null, null, false, by.name());
          access.limit().forget(name);
          tell(name, password);
        });
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Signs a user out everywhere and lets the user in no more, until a reset.")
  int disable(
      @Mixin HomeOption home,
      @Mixin DecidedBy by,
      @Parameters(paramLabel = "USER", description = USER) String user) {
    String name = User.checkedName(user);
    return within(
        home,
        access -> {
          access.users().change(name, null, null, true, by.name());
          spec.commandLine().getOut().println(name + " disabled");
        });
  }

  private void tell(String user, String password) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(user + " signs in with the password " + password);
    out.println("It is shown this once and must be changed at the next sign-in.");
  }

  private void print(User user) {
    spec.commandLine()
        .getOut()
        .printf(
            "%-20s %-30s %-8s %s%s%n",
            user.name(),
            String.join(" ", user.roles().stream().map(Role::word).toList()),
            user.via().word(),
            user.lastSignIn() == null ? "never signed in" : "last in " + user.lastSignIn(),
            user.disabled() ? ", disabled" : "");
  }
}
