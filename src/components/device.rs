//! Settings of this device: reading offline and installing, and who may see what. `assets/scripts` does what is pressed
//! here and sets the attributes of the root element that choose what is shown; the app has nothing to do but to show it.

use leptos::prelude::*;

/// Reading offline, and the site as an app.
pub(crate) fn offline_pane() -> AnyView {
    view! {
        <section class="pane needs-app" aria-labelledby="offline-heading">
            <h2 id="offline-heading">"Offline and installed"</h2>
            <div class="pane-form">
                <p class="pane-why">
                    "The whole library fits on your device. Once it is there, every page, the search and your notebook \
                     work without a network, and a newer edition waits until you want it."
                </p>
                <p class="when when-offline-making">"The offline copy is being made. You can go on reading."</p>
                <p class="when when-offline-ready"><b>"Ready to read offline."</b></p>
                <p class="when when-offline-asked">
                    "Your device asks to save data, so no offline copy was made. "
                    <button type="button" class="text-btn" data-do="keep">"Make it now"</button>
                </p>
                <p class="when when-offline-failed">
                    "The offline copy could not be made: something is missing, or the browser does not allow it. "
                    <button type="button" class="text-btn" data-do="keep">"Try again"</button>
                </p>
                <p class="when when-offline-discreet">"No offline copy is made in discreet mode."</p>
                <p class="when when-offline-none">"This browser keeps no offline copies here. Private windows often don’t."</p>
                <p class="when when-update-ready">
                    "A new edition is ready. Your notes stay as they are. "
                    <button type="button" class="text-btn" data-do="update">"Update now"</button>
                </p>
                <p class="when when-install-offered">
                    <button type="button" class="btn" data-do="install">"Install Closely"</button>
                </p>
                <p class="when when-install-ios">
                    "To install it on an iPhone or iPad: open the Share menu of Safari and choose “Add to Home Screen”."
                </p>
                <p class="when when-install-done">"Closely is installed on this device."</p>
                <p class="when when-install-unknown">
                    "To install it, look for “Install” or “Add to Home Screen” in your browser’s menu."
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// Leaving at once, and leaving nothing behind.
pub(crate) fn privacy_pane() -> AnyView {
    view! {
        <section class="pane" aria-labelledby="privacy-heading">
            <h2 id="privacy-heading">"Private"</h2>
            <div class="pane-form">
                <p class="pane-why">
                    <b>"Quick exit"</b>
                    " is on every page. It hides the page at once and goes to Wikipedia. Pressing Shift three times does \
                     the same. Your browser’s history still lists the pages you opened here: to leave nothing in it, read \
                     in a private window, or delete the history."
                </p>
                <p class="pane-why needs-app">
                    <b>"Discreet mode"</b>
                    " is for this tab alone, until you close it. Its title says nothing, your marks and notes are not \
                     shown, and nothing you do is kept: what you mark or write goes when the page is loaded again."
                </p>
                <p class="acts needs-app">
                    <button type="button" class="btn-quiet when-open" data-do="discreet">"Start discreet mode"</button>
                    <button type="button" class="btn-quiet when-discreet" data-do="open">"Leave discreet mode"</button>
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// Says that discreet mode is on.
pub(crate) fn discreet_band() -> AnyView {
    view! {
        <div class="band band-calm when-discreet" role="region" aria-label="Discreet mode">
            <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-info" /></svg>
            <span><b>"Discreet mode. "</b>"Nothing you do in this tab is kept."</span>
            <button type="button" class="text-btn" data-do="open">"Leave discreet mode"</button>
        </div>
    }
    .into_any()
}

/// Back, where the installed app has no browser around it.
pub(crate) fn installed_back() -> AnyView {
    view! {
        <button type="button" class="tool when-standalone" data-do="back" aria-label="Back">
            <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-back" /></svg>
        </button>
    }
    .into_any()
}

/// Share, where the installed app has no browser around it.
pub(crate) fn installed_share() -> AnyView {
    view! {
        <button type="button" class="tool when-standalone" data-do="share" aria-label="Share this page">
            <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-send" /></svg>
        </button>
    }
    .into_any()
}
