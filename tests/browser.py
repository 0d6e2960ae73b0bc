"""Headless Chromium for the tests of the report."""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

if TYPE_CHECKING:
    from selenium.webdriver.remote.webelement import WebElement

#: Debian calls it chromium, others chromium-browser or google-chrome.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars",
)


def installed() -> tuple[str, str] | None:
    """The browser and the driver that belongs to it, where both are there."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


def must_be_there() -> bool:
    """Whether a missing browser fails the tests instead of skipping them, as in CI."""
    return os.environ.get("REQUIRE_BROWSER") == "1"


class Browser:
    """A page in the browser, and what the tests do with it.

    Args:
        driver: the browser.
        folder: where downloads go.
    """

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def open(self, page: Path, fragment: str = "") -> None:
        """Load a page afresh, and forget what the last one logged."""
        self.driver.get("about:blank")
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)  # type: ignore[no-untyped-call]
        self.driver.get(page.as_uri() + fragment)

    def script(self, source: str, *arguments: Any) -> Any:
        return self.driver.execute_script(source, *arguments)

    def protocol(self, method: str, **parameters: Any) -> Any:
        return self.driver.execute_cdp_cmd(method, parameters)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        """The texts of the elements as they stand in the page, shown or not."""
        return list(self.script("return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector))

    def text(self, selector: str) -> str:
        return self.one(selector).text

    def number(self, printed: str) -> WebElement:
        """The first number in the text that is printed so."""
        return next(one for one in self.all("#view-text .numeral") if one.text.startswith(printed))

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def focused(self) -> str:
        """The text of the element that has the focus."""
        return self.driver.switch_to.active_element.text

    def complaints(self) -> list[str]:
        """What the console says: errors of the script, and what the policy forbade."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> list[str]:
        """The addresses that the page asked for, its own among them."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]  # type: ignore[no-untyped-call]
        return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]

    def resize(self, width: int, height: int, *, mobile: bool = False) -> None:
        self.protocol("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2 if mobile else 1, mobile=mobile)

    def media(self, kind: str = "", **features: str) -> None:
        """Show the page as on paper (`print`), or in a colour scheme (`prefers_color_scheme="dark"`)."""
        self.protocol("Emulation.setEmulatedMedia", media=kind, features=[{"name": name.replace("_", "-"), "value": value} for name, value in features.items()])

    def printed(self) -> bytes:
        """The page as PDF."""
        return base64.b64decode(self.protocol("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)["data"])

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode(self.protocol("Page.captureScreenshot", format="png")["data"])


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser with a profile of its own, which is gone with `folder`."""
    found = installed()
    if found is None:
        raise RuntimeError("no browser: install chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = found[0]
    for flag in (*_FLAGS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(found[1]))
    try:
        made = Browser(driver, folder / "downloads")
        made.folder.mkdir()
        made.protocol("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(made.folder))
        made.resize(1440, 900)
        yield made
    finally:
        driver.quit()


__all__ = ["Browser", "Keys", "browser", "installed", "must_be_there"]
