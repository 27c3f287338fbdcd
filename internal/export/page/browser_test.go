package page_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"onrecord/internal/export/page"
)

const axe = "testdata/axe-core@4.10.3"

// violation is what axe-core finds wrong.
type violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Nodes []string `json:"nodes"`
}

const runAxe = `axe.run().then(r => r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => n.html)})))`

// browser starts Chromium, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	switch {
	case path != "":
	case strings.Contains(os.Getenv("ONRECORD_REQUIRE"), "chromium"):
		t.Fatal("chromium is not there: apt-get install chromium")
	default:
		t.Skip("chromium is not there: apt-get install chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// scheme makes the browser prefer light or dark.
func scheme(name string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
		})
		return chromedp.Void{}, err
	}
}

// TestInBrowser looks at the pages at every width and in both schemes: nothing
// may stick out of the window, and axe-core may find nothing. The screenshots
// stay in testdata/screenshots, which git ignores, for people.
func TestInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	script, err := os.ReadFile(filepath.Join(axe, "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	shots := filepath.Join("testdata", "screenshots")
	if err := os.MkdirAll(shots, 0o777); err != nil {
		t.Fatal(err)
	}
	pages := map[string][]byte{
		"document": page.Of(object(), "index.html"),
		"index":    page.NewIndex([]page.Summary{page.Summarize(object(), "document.html")}, "", ""),
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write(pages[strings.Trim(strings.TrimSuffix(r.URL.Path, ".html"), "/")])
	}))
	defer server.Close()
	for name := range pages {
		for _, width := range []int64{360, 1280, 2560} {
			for _, color := range []string{"light", "dark"} {
				what := strings.Join([]string{name, map[int64]string{360: "360", 1280: "1280", 2560: "2560"}[width], color}, "-")
				if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), scheme(color), chromedp.Navigate(server.URL+"/"+name+".html")); err != nil {
					t.Fatalf("%s: %v", what, err)
				}
				wide, err := chromedp.Run(ctx, chromedp.Evaluate[int64]("document.documentElement.scrollWidth"))
				if err != nil || wide > width {
					t.Errorf("%s: the page is %d wide (%v)", what, wide, err)
				}
				picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
				if err != nil {
					t.Fatalf("%s: %v", what, err)
				}
				if err := os.WriteFile(filepath.Join(shots, what+".png"), picture, 0o666); err != nil {
					t.Fatal(err)
				}
				if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](string(script)+";0")); err != nil {
					t.Fatalf("%s: axe-core: %v", what, err)
				}
				found, err := chromedp.Run(ctx, chromedp.Evaluate[[]violation](runAxe, chromedp.EvalAwaitPromise))
				if err != nil {
					t.Fatalf("%s: axe-core: %v", what, err)
				}
				for _, v := range found {
					t.Errorf("%s: %s: %s\n%s", what, v.ID, v.Help, strings.Join(v.Nodes, "\n"))
				}
			}
		}
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil || !strings.HasPrefix(string(pdf), "%PDF") {
		t.Errorf("print: %v", err)
	}
}

func TestAxeIsUnchanged(t *testing.T) {
	sums, err := os.ReadFile(filepath.Join(axe, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(sums)) {
		want, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		data, err := os.ReadFile(filepath.Join(axe, name))
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s is not what it was", name)
		}
	}
}
