// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.server.notifications;

import dev.birdsong.spi.record.Document;

/// What is told, in the forms that the channels want.
///
/// @param subject one line
/// @param text of a mail
/// @param json of a webhook
record Message(String subject, String text, Document json) {}
