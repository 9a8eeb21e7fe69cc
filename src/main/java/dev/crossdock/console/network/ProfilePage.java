package dev.crossdock.console.network;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Flash;
import dev.crossdock.console.shell.Commands;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.FormRefused;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.platform.db.Door;
import dev.crossdock.routing.network.Network;
import dev.crossdock.routing.network.Profile;
import dev.crossdock.routing.network.ProfileInput;
import dev.crossdock.routing.network.Told;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A location's profile, as a form. */
@RestController
class ProfilePage {

  private final Pages pages;
  private final Door door;
  private final Commands commands;
  private final Locations locations;
  private final Network network;

  ProfilePage(Pages pages, Door door, Commands commands, Locations locations, Network network) {
    this.pages = pages;
    this.door = door;
    this.commands = commands;
    this.locations = locations;
    this.network = network;
  }

  @GetMapping("/console/locations/{code}")
  ResponseEntity<String> page(Visit visit, @PathVariable String code) {
    Optional<ProfileForm> stored =
        code.indexOf('\0') >= 0
            ? Optional.empty()
            : door.read(visit.merchant(), tx -> network.profiles().find(tx, code))
                .map(ProfileInput::of)
                .map(ProfileForm::of);
    return show(visit, code, commands.key(), stored.orElseGet(ProfilePage::empty), new Mistakes());
  }

  @PostMapping("/console/locations/{code}")
  ResponseEntity<String> save(
      Visit visit,
      HttpServletRequest request,
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> sent) {
    ProfileForm form = ProfileForm.of(sent);
    Mistakes mistakes = new Mistakes();
    ProfileInput input = form.input(code, mistakes);
    if (mistakes.none()) {
      try {
        Commands.Form command = new Commands.Form(form.text("key"), "profile", new Sent(sent).input());
        Flash flash = commands.run(visit, command, tx -> {
          Told<Profile> told = network.profiles().put(tx, List.of(input));
          if (!told.errors().isEmpty()) {
            throw new FormRefused(told.errors());
          }
          return Flash.done(told.changed() > 0 ? "Profile saved" : "Nothing was different");
        });
        return Commands.told(request, flash, NetworkNav.LOCATIONS.href() + "/" + code);
      } catch (FormRefused refused) {
        mistakes = ProfileForm.mistakes(refused.errors());
      }
    }
    return show(visit, code, form.text("key"), form, mistakes);
  }

  private ResponseEntity<String> show(Visit visit, String code, String key, ProfileForm form, Mistakes mistakes) {
    Optional<Location> found = door.read(visit.merchant(), tx -> locations.find(tx, code));
    if (found.isEmpty()) {
      Block block = new Block(Block.Kind.NO_MATCH, "There is no such location", "Look at the list.", null);
      return pages.page(HttpStatus.NOT_FOUND, visit, Nav.LOCATIONS, "No such location", "shell/block.jte", block);
    }
    Location place = found.get();
    boolean wrong = !mistakes.none();
    return pages.page(
        wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, visit, Nav.LOCATIONS,
        (wrong ? "Error: " : "") + place.name(), "network/profile.jte", form.view(place, key, mistakes));
  }

  private static ProfileForm empty() {
    return ProfileForm.of(new LinkedMultiValueMap<>());
  }
}
