// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A part of a page that is written by a run, between two marks; what is around it is written by people.
///
/// @param page the page
/// @param name what the marks say
public record Section(Path page, String name) {

    /// Takes a page and a name, and puts what it is given as its input into that section, as it is.
    public static void main(String[] arguments) throws IOException {
        String given = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        new Section(Path.of(arguments[0]), arguments[1]).write("```text\n" + given + "```\n");
    }

    /// Puts this in the place of what was there.
    public void write(String content) throws IOException {
        String text = Files.readString(page);
        String begin = "<!-- " + name + ": written by a run -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no marks for " + name);
        }
        Files.writeString(page, text.substring(0, from) + begin + "\n" + content + "\n" + text.substring(to));
    }
}
