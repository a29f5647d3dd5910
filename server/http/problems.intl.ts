import type { DomainErrorCode } from "../../domain/errors.ts";
import type { Messages } from "../../domain/locale.ts";

interface Wording {
  readonly title: string;
  readonly detail: string;
}

/** Titles and sentences of refusals. `reasons` are finer than codes; a reason without words takes those of its code. */
export const problemTexts: Messages<{
  fault: Wording;
  codes: Record<DomainErrorCode, Wording>;
  reasons: Readonly<Record<string, string>>;
}> = {
  id: {
    fault: {
      title: "Terjadi kesalahan",
      detail:
        "Terjadi kesalahan di server. Coba lagi; bila berulang, sebutkan nomor permintaan ini kepada pengelola.",
    },
    codes: {
      "bad-input": { title: "Isian tidak sah", detail: "Ada bagian permintaan yang tidak dapat diterima." },
      "not-signed-in": { title: "Belum masuk", detail: "Masuk terlebih dahulu untuk melanjutkan." },
      "not-allowed": { title: "Tidak berwenang", detail: "Anda tidak berwenang melakukan ini." },
      "not-found": { title: "Tidak ditemukan", detail: "Yang diminta tidak ditemukan." },
      gone: { title: "Sudah tidak ada", detail: "Yang diminta sudah tidak ada." },
      conflict: {
        title: "Tidak dapat dilakukan",
        detail: "Keadaan saat ini tidak mengizinkannya. Muat ulang untuk melihat keadaan terbaru.",
      },
      stale: {
        title: "Sudah berubah",
        detail: "Data sudah berubah sejak Anda membacanya. Muat ulang lalu ulangi.",
      },
      "precondition-required": {
        title: "Syarat belum disertakan",
        detail: "Sertakan If-Match dengan ETag dari data yang Anda baca.",
      },
      "too-large": { title: "Terlalu besar", detail: "Kiriman melebihi ukuran yang diterima." },
      "too-many-requests": {
        title: "Terlalu sering",
        detail: "Terlalu banyak permintaan. Tunggu sebentar lalu coba lagi.",
      },
      unsupported: { title: "Bentuk tidak didukung", detail: "Bentuk kiriman ini tidak didukung." },
      unavailable: {
        title: "Belum tersedia",
        detail: "Layanan sedang tidak tersedia. Coba lagi sebentar lagi.",
      },
    },
    reasons: {
      "malformed-json": "Isi permintaan bukan JSON yang sah.",
      "invalid-input": "Ada isian yang tidak sah; rinciannya ada pada masing-masing bagian.",
      "json-expected": "Isi permintaan harus application/json.",
      "form-expected": "Isi permintaan harus formulir.",
      "invalid-cursor": "Penanda halaman tidak sah.",
      "body-too-large": "Isi permintaan paling besar 1 MiB.",
      "import-too-large": "Berkas impor paling besar 8 MiB.",
      "too-many-lines": "Naskah yang diimpor paling panjang 60.000 baris.",
      "too-many-clauses": "Naskah yang diimpor paling banyak 20.000 ketentuan.",
      "binary-text": "Isi berkas bukan teks. Tempelkan teks peraturan, bukan berkas Word, PDF, atau gambar.",
      "empty-text": "Tidak ada teks peraturan yang dapat dibaca.",
      "foreign-origin": "Permintaan berasal dari situs lain dan ditolak.",
      "no-policy": "Rancangan ini tidak ada, atau Anda tidak berwenang membacanya.",
      role: "Peran akun Anda tidak mencakup tindakan ini.",
      "not-a-writer": "Hanya pemilik dan perancang rancangan ini yang dapat mengubahnya.",
      "role-never-writes": "Akun responden dan lembaga tidak menulis di dalam rancangan.",
      "stage-closed": "Pada tahap ini naskah sudah tetap dan tidak dapat diubah.",
      "not-an-owner": "Hanya pemilik rancangan ini yang dapat melakukannya.",
      "erasure-changed":
        "Naskah atau versinya berubah sejak dampaknya diperlihatkan. Lihatlah dampaknya sekali lagi sebelum menghapus.",
      "erasure-under-way":
        "Penghapusan kata sedang berlangsung atau terputus di tengah jalan. Versi dapat dipulihkan setelah bagian hukum menyelesaikannya.",
      "text-erased":
        "Ada kata yang baru saja dihapus dari naskah ini. Muat ulang halaman, lalu coba sekali lagi.",
      "erasure-basis": "Dasar penghapusan tidak boleh memuat kata yang akan dihapus.",
      "version-erased":
        "Dari versi ini ada kata yang dihapus, sehingga isinya tidak lagi sesuai sidiknya. Bekukan versi baru.",
      "not-legal": "Hanya bagian hukum yang dapat menghapus kata dari naskah beserta riwayatnya.",
      "writes-it":
        "Anda ikut menulis rancangan ini, jadi tidak dapat menghapus jejaknya. Mintalah pejabat bagian hukum yang lain.",
      "history-restricted": "Siapa menulis apa hanya dapat dibaca oleh tim yang mengerjakan rancangan ini.",
      "not-on-the-team": "Masukan dan hasilnya hanya dapat dibaca oleh tim yang menanganinya.",
      "not-a-moderator":
        "Masukan ditangani oleh pemilik dan perancang rancangan ini bersama bagian hukum. Mintalah salah satu dari mereka.",
      "not-an-organiser":
        "Konsultasi, survei, dan lokakarya diatur oleh pemilik dan perancang rancangan ini. Mintalah salah satu dari mereka.",
      "consultation-incomplete":
        "Konsultasi belum dapat diumumkan. Lengkapi bagian yang disebut; yang sudah diisi tetap tersimpan.",
      "consultation-locked":
        "Sebagian tidak dapat diubah lagi, jadi tidak ada yang disimpan. Alasannya ada pada masing-masing isian.",
      "consultation-not-a-draft": "Konsultasi ini sudah diumumkan atau dibatalkan.",
      "consultation-not-running": "Konsultasi ini sedang tidak dibuka, jadi tidak dapat ditutup.",
      "consultation-over": "Konsultasi ini sudah berakhir, jadi tidak dapat dibatalkan.",
      "window-closed": "Waktunya belum tiba atau sudah lewat.",
      "already-answered":
        "Masukan ini sudah dijawab oleh {who} pada {at}. Jawaban Anda belum disimpan; muat ulang, lalu perbaiki jawaban yang ada bila perlu.",
      "not-the-answer":
        "Jawaban yang hendak diperbaiki bukan lagi jawaban yang berlaku. Muat ulang untuk melihat yang terbaru.",
      "not-triaged": "Ada masukan yang belum dipilah. Tentukan dahulu apakah kata-katanya ditampilkan.",
      "contribution-withdrawn": "Ada masukan yang telah ditarik oleh pengirimnya.",
      "act-not-possible": "Keadaan masukan ini tidak memungkinkannya. Muat ulang untuk melihat yang terbaru.",
      "moderated-meanwhile":
        "Sementara itu ada yang memutuskan bahwa kata-kata masukan ini disunting atau tidak ditampilkan. Belum ada yang berubah. Muat ulang untuk melihat keputusan itu, lalu putuskan kembali bila perlu.",
      "moderation-note-missing":
        "Tuliskan alasan mengapa ada bagian yang dihilangkan atau masukan tidak ditampilkan. Alasan ini ikut ditampilkan.",
      "not-a-redaction":
        "Penyuntingan hanya boleh menghilangkan bagian dan menggantinya dengan [...]; kata lain harus tetap seperti aslinya.",
      "redact-one": "Bagian hanya dapat dihilangkan dari satu masukan dalam satu kali simpan.",
      "unknown-document": "Dokumen ini tidak ada.",
      "document-too-long":
        "Dokumen ini memuat lebih dari 1.500 baris, terlalu panjang untuk berkas DOCX. Unduh sebagai XLSX atau CSV, yang memuat semua baris, atau pilih satu konsultasi saja.",
      "unknown-clause": "Ketentuan yang ditautkan tidak ada dalam naskah.",
      "unknown-assignee": "Orang ini tidak dapat menanggapi masukan pada rancangan ini.",
      "stage-plan": "Susunan tahap ini tidak dapat disimpan.",
      "unknown-artefact": "Dokumen tahap ini tidak ada, atau sudah ditarik.",
      "unknown-review": "Putaran persetujuan ini tidak ada.",
      "review-open":
        "{who} sudah mengajukan sebuah versi pada {at} dan putarannya belum selesai. Pengajuan Anda belum dikirim; tunggu hasilnya, atau tarik putaran itu lebih dahulu.",
      "review-steps": "Pengajuan belum dikirim karena ada langkah yang tidak dapat diterima.",
      "review-other-hash":
        "Sidik yang Anda kirim bukan sidik versi yang diajukan: naskah yang Anda baca berbeda. Tidak ada keputusan yang tercatat. Muat ulang, baca versi yang diajukan, lalu putuskan.",
      "review-reason-missing": "Tuliskan alasan pengembalian, agar penyusun tahu apa yang harus diperbaiki.",
      "review-receiver": "Langkah ini tidak dapat diteruskan kepada orang tersebut.",
      "review-step-approved":
        "{who} sudah menyetujui langkah ini pada {at}. Keputusan Anda tidak dicatat; muat ulang untuk melihat keadaan terbaru.",
      "review-step-returned":
        "{who} sudah mengembalikan versi ini pada {at}. Keputusan Anda tidak dicatat; muat ulang untuk melihat alasannya.",
      "review-step-delegated":
        "Langkah ini sudah diteruskan kepada {who} pada {at}. Satu langkah hanya dapat diteruskan sekali.",
      "review-round-approved":
        "Putaran ini sudah selesai: keputusan terakhir, persetujuan {who}, diberikan pada {at}.",
      "review-round-returned":
        "Putaran ini sudah berakhir karena {who} mengembalikan versi ini pada {at}. Keputusan Anda tidak dicatat.",
      "review-round-withdrawn": "Pengajuan ini ditarik oleh {who} pada {at}. Keputusan Anda tidak dicatat.",
      "review-not-yet": "Langkah ini belum dibuka: langkah sebelumnya belum selesai.",
      "review-not-addressed": "Langkah ini tidak ditujukan kepada Anda.",
      "review-decided-another":
        "Anda sudah memutuskan langkah lain pada putaran ini. Satu orang memutuskan satu langkah.",
      "review-author":
        "Anda ikut menulis naskah ini sejak versi terakhir yang disetujui, sehingga tidak dapat memutuskannya.",
      "review-submitter": "Anda yang mengajukan versi ini, sehingga tidak dapat memutuskannya.",
      "review-not-a-decider": "Peran akun Anda tidak mencakup keputusan atas rancangan.",
      "review-other-authority": "Akun Anda berada pada pemerintah daerah lain.",
      "review-to-oneself": "Langkah tidak dapat diteruskan kepada diri sendiri.",
      "unknown-workshop": "Lokakarya ini tidak ada.",
      "workshop-code-unknown":
        "Kode lokakarya ini tidak dikenal. Periksa enam huruf dan angka pada layar atau undangan.",
      "workshop-not-started":
        "Lokakarya belum dimulai. Yang Anda tulis tetap ada; kirim setelah fasilitator memulainya.",
      "workshop-already-live":
        "Lokakarya ini sudah dimulai, mungkin oleh rekan Anda. Muat ulang untuk melanjutkan.",
      "workshop-already-closed":
        "Lokakarya ini sudah ditutup, mungkin oleh rekan Anda. Muat ulang untuk melihat keadaannya.",
      "workshop-closed":
        "Lokakarya ini sudah ditutup dan tidak menerima masukan lagi. Yang sudah terkirim aman.",
      "minutes-published":
        "Notulen lokakarya ini sudah diterbitkan, sehingga tidak dapat diubah lagi. Sampaikan sebagai koreksi notulen.",
      "minutes-are-final": "Notulen lokakarya ini sudah final.",
      "check-in-too-early": "Daftar hadir dibuka 12 jam sebelum lokakarya dimulai.",
      "workshop-full": "Tempat lokakarya ini sudah penuh. Hubungi panitia; mereka masih dapat mencatat Anda.",
      "workshop-group-full":
        "Tempat untuk kelompok ini sudah penuh. Hubungi panitia; mereka masih dapat mencatat Anda.",
      "not-checked-in": "Perangkat ini belum tercatat hadir. Isi daftar hadir lokakarya terlebih dahulu.",
      "consultation-not-open":
        "Konsultasinya sedang tidak menerima masukan, sehingga lokakarya tidak dapat berjalan. Periksa jangka waktu konsultasi.",
      "workshop-version-moved":
        "Konsultasi ini sudah memakai versi lain. Buka rencana lokakarya, periksa acaranya, lalu simpan; setelah itu mulai kembali.",
      "unknown-survey": "Survei ini tidak ada pada rancangan ini.",
      "no-such-survey": "Survei ini tidak ada. Periksa kembali tautannya.",
      "survey-locked":
        "Survei sudah menerima jawaban, jadi aturan, pertanyaan, dan kelompoknya tidak dapat diubah lagi. Yang masih dapat diubah: waktu penutupan dan sasaran. Untuk pertanyaan lain, buat gelombang berikutnya.",
      "survey-closed": "Survei ini sudah ditutup.",
      "survey-opened": "Survei ini sudah dibuka.",
      "survey-draft": "Survei ini belum dibuka.",
      "survey-consultation-over":
        "Konsultasi survei ini sudah berakhir atau dibatalkan, jadi survei tidak dapat dibuka.",
      "survey-rule-other": "Aturan identitas survei ini tidak memakainya.",
      "survey-too-many-codes": "Paling banyak 20.000 untuk satu survei.",
      "survey-codes-made":
        "Kode atau undangan sudah dibuat untuk aturan ini, jadi aturan tidak dapat diganti. Buat survei baru untuk aturan lain.",
      "unknown-consultation": "Konsultasi ini tidak ada pada rancangan ini.",
      "consultation-cancelled": "Konsultasi ini sudah dibatalkan.",
      "agenda-in-use":
        "Ketentuan yang sudah diberi masukan, pertanyaan, atau kelompok tidak dapat dikeluarkan dari acara.",
      "entry-off-agenda": "Ketentuan ini tidak ada dalam acara lokakarya.",
      "entry-id-reused": "Nomor kiriman ini sudah dipakai untuk isi yang lain. Kirim sebagai masukan baru.",
      "workshop-entries-full":
        "Lokakarya ini sudah memuat 2.000 masukan. Sampaikan selebihnya melalui formulir konsultasi.",
      "workshop-entries-limited":
        "Terlalu banyak kiriman dalam satu menit. Yang Anda tulis tetap ada; tunggu sebentar lalu kirim lagi.",
      "workshop-codes-limited": "Terlalu banyak kode yang keliru. Tunggu sepuluh menit lalu coba lagi.",
      "vote-not-open": "Suara untuk butir ini sudah ditutup.",
      "grouping-refused":
        "Hanya masukan pada ketentuan yang sama yang dapat dikelompokkan, dan kelompoknya harus masih ada. Muat ulang untuk melihat keadaan terbaru.",
      "unknown-entry": "Masukan ini tidak ada.",
      "unknown-cluster": "Kelompok ini sudah tidak ada.",
      "unknown-question": "Pertanyaan ini tidak ada.",
      "unknown-attendee": "Peserta ini tidak ada, atau sudah memberi masukan sehingga tetap tercatat.",
      "question-refused":
        "Pertanyaan ini tidak dapat diajukan: ketentuannya tidak ada dalam acara, atau sudah ada 100 pertanyaan.",
      "nobody-attended": "Belum ada yang tercatat hadir, sehingga notulen belum dapat diterbitkan.",
      "corrections-closed":
        "Waktu tiga hari untuk mengesahkan atau mengoreksi notulen ini sudah lewat atau belum dimulai. Yang Anda tulis tidak disimpan; salin bila perlu.",
      "too-many-corrections": "Setiap peserta dapat mengirim paling banyak lima koreksi.",
      "unknown-correction": "Koreksi ini tidak ada.",
      "correction-decided": "Koreksi ini sudah diputuskan oleh {who}. Keputusan Anda tidak disimpan.",
      "last-owner": "Rancangan harus tetap mempunyai paling sedikit satu pemilik.",
      "last-admin": "Harus tetap ada paling sedikit satu pengelola.",
      "email-taken": "Alamat surel ini sudah dipakai akun lain.",
      "name-taken": "Nama ini sudah dipakai.",
      "unknown-authority": "Pemerintah daerah ini tidak dikenal.",
      "unknown-unit": "Perangkat daerah ini tidak dikenal pada pemerintah daerah tersebut.",
      "unknown-account": "Akun ini tidak dikenal.",
      "unknown-version": "Versi ini tidak ada.",
      "idempotency-key-missing": "Sertakan Idempotency-Key (8 sampai 100 huruf, angka, atau tanda - _ . :).",
      "idempotency-key-reused": "Idempotency-Key ini sudah dipakai untuk permintaan lain.",
      "idempotency-in-progress": "Permintaan yang sama sedang dikerjakan.",
      "clause-gone": "Ketentuan yang hendak dipindahkan sudah tidak ada.",
      "sign-in-limited": "Terlalu banyak percobaan masuk. Tunggu beberapa menit lalu coba lagi.",
      "no-body": "Akun Anda belum dihubungkan dengan lembaga. Mintalah pengelola menghubungkannya.",
      "no-such-call": "Panggilan usulan ini tidak ada, atau tidak ditujukan kepada lembaga Anda.",
      "no-such-submission": "Usulan ini tidak ada, atau bukan milik lembaga Anda.",
      "not-the-head": "Hanya ketua lembaga yang dapat melakukannya. Beri tahu ketua bahwa usulan sudah siap.",
      "call-not-open":
        "Usulan hanya dapat ditulis dan dikirim selama konsultasi dibuka. Yang sudah tersimpan tetap dapat Anda baca.",
      "submission-sent":
        "Usulan ini sudah dikirim. Untuk mengubahnya, ketua lembaga memulai perbaikan selama konsultasi dibuka.",
      "submission-changed":
        "Seorang rekan mengubah usulan ini sesudah Anda membukanya. Belum ada yang terkirim. Baca lagi, lalu kirim.",
      "submission-incomplete": "Usulan belum lengkap dan belum dikirim. Lengkapi butir yang ditandai.",
      "submission-unchanged":
        "Perbaikan ini sama dengan yang sudah dikirim, sehingga tidak ada yang dikirim.",
      "item-changed":
        "{who} lebih dahulu mengubah butir ini ({at}). Tulisan Anda belum disimpan, tetapi masih ada di halaman Anda.",
      "item-gone": "Butir ini sudah dihapus oleh rekan Anda. Tulisan Anda masih ada di halaman Anda.",
      "too-many-items": "Satu usulan memuat paling banyak 200 butir.",
      "too-many-comments": "Satu butir memuat paling banyak 200 catatan rekan.",
      "not-under-consultation": "Ketentuan ini tidak ada dalam naskah yang dikonsultasikan.",
      "unknown-group": "Kelompok ini tidak termasuk dalam konsultasi.",
      "file-kind":
        "Isi berkas ini bukan PDF, Word (docx), Excel (xlsx), ODT, gambar PNG atau JPEG, atau teks UTF-8. Yang dilihat adalah isinya, bukan nama berkasnya; program dan dokumen bermakro tidak diterima.",
      "file-empty": "Berkas ini kosong.",
      "file-too-large": "Satu berkas paling besar 10 MB. Perkecil atau bagi berkas itu, lalu unggah lagi.",
      "file-gone": "Berkas ini sudah tidak ada.",
      "files-too-large": "Semua berkas dalam satu usulan paling besar 30 MB.",
      "too-many-files": "Satu butir memuat paling banyak 5 berkas.",
      "mail-sent": "Surat ini sudah dikirim atau sudah ditandai tersampaikan.",
      "link-spent": "Tautan ini sudah dipakai, sudah kedaluwarsa, atau tidak dikenal.",
      "password-too-short": "Kata sandi terlalu pendek; paling sedikit 10 karakter.",
      "password-too-long": "Kata sandi terlalu panjang; paling banyak 128 karakter.",
      "password-wrong": "Kata sandi lama tidak cocok.",
      "invalid-credentials": "Surel atau kata sandi tidak cocok.",
      "policy-id": "Nomor rancangan pada alamat tidak sah.",
      "no-such-route": "Alamat ini tidak ada.",
      "websocket-expected": "Alamat ini hanya melayani sambungan WebSocket.",
      "collaboration-not-here": "Penyuntingan bersama belum tersedia pada penempatan ini.",
    },
  },
  en: {
    fault: {
      title: "Something went wrong",
      detail:
        "The server failed. Try again; if it keeps happening, give this request number to the administrator.",
    },
    codes: {
      "bad-input": { title: "Invalid input", detail: "A part of the request cannot be accepted." },
      "not-signed-in": { title: "Not signed in", detail: "Sign in first to go on." },
      "not-allowed": { title: "Not allowed", detail: "You are not allowed to do this." },
      "not-found": { title: "Not found", detail: "What you asked for was not found." },
      gone: { title: "Gone", detail: "What you asked for is no longer there." },
      conflict: {
        title: "This cannot be done",
        detail: "How things are now does not allow it. Reload to see how they are.",
      },
      stale: { title: "Changed meanwhile", detail: "This has changed since you read it. Reload and repeat." },
      "precondition-required": {
        title: "Precondition required",
        detail: "Send If-Match with the ETag of what you read.",
      },
      "too-large": { title: "Too large", detail: "The request is larger than what is accepted." },
      "too-many-requests": {
        title: "Too many requests",
        detail: "Too many requests. Wait a little and try again.",
      },
      unsupported: { title: "Unsupported form", detail: "This form of content is not supported." },
      unavailable: { title: "Not available", detail: "The service is not available now. Try again shortly." },
    },
    reasons: {
      "malformed-json": "The body of the request is not valid JSON.",
      "invalid-input": "Some input is not valid; each part says what is wrong.",
      "json-expected": "The body of the request must be application/json.",
      "form-expected": "The body of the request must be a form.",
      "invalid-cursor": "The page cursor is not valid.",
      "body-too-large": "The body of a request may have at most 1 MiB.",
      "import-too-large": "A file to import may have at most 8 MiB.",
      "too-many-lines": "A text to import may have at most 60,000 lines.",
      "too-many-clauses": "A text to import may have at most 20,000 clauses.",
      "binary-text":
        "The content is not text. Paste the text of a regulation, not a Word, PDF or image file.",
      "empty-text": "There is no text of a regulation to read.",
      "foreign-origin": "The request came from another site and was refused.",
      "no-policy": "There is no such draft, or you may not read it.",
      role: "The role of your account does not include this.",
      "not-a-writer": "Only owners and drafters of this draft may change it.",
      "role-never-writes": "Respondents and organisations do not write in a draft.",
      "stage-closed": "At this stage the text stands and cannot be changed.",
      "not-an-owner": "Only an owner of this draft may do this.",
      "erasure-changed":
        "The text or its versions changed since you were shown what would happen. Look again before erasing.",
      "erasure-under-way":
        "Words are being erased, or that was interrupted. Versions can be restored once the legal division has finished it.",
      "text-erased": "Words were just erased from this text. Load the page again, then try once more.",
      "erasure-basis": "The ground must not repeat the words that are erased.",
      "version-erased":
        "Words were erased from this version, so its content no longer gives its hash. Freeze a new one.",
      "not-legal": "Only the legal division may erase words from a text and its past.",
      "writes-it":
        "You write this draft, so you cannot erase what it has a record of. Ask somebody else of the legal division.",
      "history-restricted": "Who wrote what is read only by the team that works on this draft.",
      "not-on-the-team": "Input and results are read only by the team that handles them.",
      "not-a-moderator":
        "Input is handled by the owners and drafters of this draft together with the legal division. Ask one of them.",
      "not-an-organiser":
        "Consultations, surveys and workshops are organised by the owners and drafters of this draft. Ask one of them.",
      "consultation-incomplete":
        "The consultation cannot be announced yet. Complete what is named; what you filled in is kept.",
      "consultation-locked":
        "Some of it can no longer be changed, so nothing was saved. The reason stands at each field.",
      "consultation-not-a-draft": "This consultation has been announced or cancelled.",
      "consultation-not-running": "This consultation is not open, so it cannot be closed.",
      "consultation-over": "This consultation is over, so it cannot be cancelled.",
      "window-closed": "It is too early or too late for this.",
      "already-answered":
        "This input was already answered by {who} on {at}. Your answer was not saved; reload, and correct the present answer if need be.",
      "not-the-answer": "The answer to be corrected is not the present one any more. Reload to see it.",
      "not-triaged": "Some input has not been sorted yet. Decide first whether its words are shown.",
      "contribution-withdrawn": "Some input was withdrawn by its sender.",
      "act-not-possible": "The state of this input does not allow it. Reload to see how it is now.",
      "moderated-meanwhile":
        "Somebody decided meanwhile that words of this input are taken out or not shown. Nothing was changed. Reload to see that decision, and decide again if need be.",
      "moderation-note-missing":
        "Say why something was taken out or the input is not shown. This reason is shown, too.",
      "not-a-redaction":
        "Redaction may only take parts out and put [...] in their place; all other words stay as written.",
      "redact-one": "Parts can be taken out of one input at a time.",
      "unknown-document": "There is no such document.",
      "document-too-long":
        "This document has more than 1,500 rows, too many for a DOCX file. Download it as XLSX or CSV, which hold all rows, or choose a single consultation.",
      "unknown-clause": "The linked clause is not in the text.",
      "unknown-assignee": "This person cannot answer input on this draft.",
      "stage-plan": "This plan of stages cannot be saved.",
      "unknown-artefact": "This document of a stage is not there, or was taken back.",
      "unknown-review": "There is no such round of approval.",
      "review-open":
        "{who} submitted a version on {at} and its round is not over. Yours was not sent; wait for the result, or withdraw that round first.",
      "review-steps": "Nothing was submitted, because some steps cannot be accepted.",
      "review-other-hash":
        "The hash you sent is not that of the submitted version: the text you read is another one. No decision was recorded. Reload, read the submitted version, then decide.",
      "review-reason-missing": "Give the reason for returning it, so that the drafters know what to improve.",
      "review-receiver": "This step cannot be passed on to this person.",
      "review-step-approved":
        "{who} already approved this step on {at}. Your decision was not recorded; reload to see how things stand.",
      "review-step-returned":
        "{who} already returned this version on {at}. Your decision was not recorded; reload to see the reason.",
      "review-step-delegated": "This step was passed on to {who} on {at}. A step can be passed on only once.",
      "review-round-approved": "This round is complete: {who} gave the last decision, an approval, on {at}.",
      "review-round-returned":
        "This round is over because {who} returned the version on {at}. Your decision was not recorded.",
      "review-round-withdrawn": "{who} withdrew this submission on {at}. Your decision was not recorded.",
      "review-not-yet": "This step is not open yet: the steps before it are not complete.",
      "review-not-addressed": "This step is not addressed to you.",
      "review-decided-another": "You decided another step of this round. One person decides one step.",
      "review-author": "You wrote in this text since the last approved version, so you cannot decide on it.",
      "review-submitter": "You submitted this version, so you cannot decide on it.",
      "review-not-a-decider": "The role of your account does not include deciding on drafts.",
      "review-other-authority": "Your account belongs to another government.",
      "review-to-oneself": "A step cannot be passed on to oneself.",
      "unknown-workshop": "There is no such workshop.",
      "workshop-code-unknown":
        "This workshop code is not known. Check the six letters and digits on the screen or the invitation.",
      "workshop-not-started":
        "The workshop has not started. What you wrote is still there; send it once the facilitator has started.",
      "workshop-already-live":
        "This workshop has been started already, perhaps by a colleague. Reload to go on.",
      "workshop-already-closed":
        "This workshop has been closed already, perhaps by a colleague. Reload to see how it stands.",
      "workshop-closed": "This workshop is closed and takes no more input. What was sent is safe.",
      "minutes-published":
        "The minutes of this workshop have been published, so this can no longer be changed. Give it as a correction of the minutes.",
      "minutes-are-final": "The minutes of this workshop are final.",
      "check-in-too-early": "Checking in opens 12 hours before the workshop begins.",
      "workshop-full": "The workshop is full. Ask the organisers, who can still put you down.",
      "workshop-group-full":
        "The places of this group are taken. Ask the organisers, who can still put you down.",
      "not-checked-in": "This device has not checked in. Check in to the workshop first.",
      "consultation-not-open":
        "Its consultation is not taking input now, so the workshop cannot run. Check the window of the consultation.",
      "workshop-version-moved":
        "The consultation has moved to another version. Open the plan of the workshop, check the agenda and save it; then start again.",
      "unknown-survey": "This policy has no such survey.",
      "no-such-survey": "There is no such survey. Check the link again.",
      "survey-locked":
        "The survey has an answer, so its rule, questions and groups are final. What may still change: the closing time and the target. For other questions, prepare the next wave.",
      "survey-closed": "This survey is closed.",
      "survey-opened": "This survey was opened already.",
      "survey-draft": "This survey was not opened yet.",
      "survey-consultation-over":
        "The consultation of this survey is over or was cancelled, so the survey cannot be opened.",
      "survey-rule-other": "The identity rule of this survey does not use them.",
      "survey-too-many-codes": "At most 20,000 for one survey.",
      "survey-codes-made":
        "Codes or invitations were made for this rule, so it cannot be changed. Make a new survey for another rule.",
      "unknown-consultation": "There is no such consultation of this draft.",
      "consultation-cancelled": "This consultation was cancelled.",
      "agenda-in-use":
        "A clause at which something was said, asked or grouped cannot be taken off the agenda.",
      "entry-off-agenda": "This clause is not on the agenda of the workshop.",
      "entry-id-reused": "This id was used for something else. Send it as a new entry.",
      "workshop-entries-full":
        "This workshop holds 2,000 entries. Give further input through the form of the consultation.",
      "workshop-entries-limited":
        "Too many within one minute. What you wrote is still there; wait a little and send it again.",
      "workshop-codes-limited": "Too many wrong codes. Wait ten minutes and try again.",
      "vote-not-open": "Voting on this is closed.",
      "grouping-refused":
        "Only entries at the same clause can be grouped, and the group must still be there. Reload to see how things stand.",
      "unknown-entry": "There is no such entry.",
      "unknown-cluster": "This group is no longer there.",
      "unknown-question": "There is no such question.",
      "unknown-attendee": "There is no such participant, or they have given input and so stay on the list.",
      "question-refused":
        "The question cannot be asked: its clause is not on the agenda, or there are 100 questions already.",
      "nobody-attended": "Nobody is recorded as present, so the minutes cannot be published yet.",
      "corrections-closed":
        "The three days in which these minutes may be confirmed or corrected are over or have not begun. What you wrote was not saved; copy it if need be.",
      "too-many-corrections": "Each participant may send at most five corrections.",
      "unknown-correction": "There is no such correction.",
      "correction-decided": "This correction was decided by {who}. Your decision was not saved.",
      "last-owner": "A draft must keep at least one owner.",
      "last-admin": "There must be at least one administrator.",
      "email-taken": "Another account has this e-mail address.",
      "name-taken": "This name is taken.",
      "unknown-authority": "This government is not known.",
      "unknown-unit": "This unit is not known in that government.",
      "unknown-account": "This account is not known.",
      "unknown-version": "There is no such version.",
      "idempotency-key-missing": "Send an Idempotency-Key (8 to 100 letters, digits or - _ . :).",
      "idempotency-key-reused": "This Idempotency-Key was used for another request.",
      "idempotency-in-progress": "The same request is being worked on.",
      "clause-gone": "The clause to be moved is no longer there.",
      "sign-in-limited": "Too many attempts to sign in. Wait a few minutes and try again.",
      "no-body": "Your account is not connected to a body yet. Ask the administrator to connect it.",
      "no-such-call": "There is no such call for submissions, or it is not for your body.",
      "no-such-submission": "There is no such submission, or it is not your body's.",
      "not-the-head": "Only the head of the body may do this. Tell the head that the submission is ready.",
      "call-not-open":
        "Submissions are written and sent only while the consultation is open. What was saved can still be read.",
      "submission-sent":
        "This submission was sent. To change it, the head of the body begins a correction while the consultation is open.",
      "submission-changed":
        "A colleague changed this submission after you opened it. Nothing was sent. Read it again, then send it.",
      "submission-incomplete":
        "The submission is not complete and was not sent. Complete the items that are marked.",
      "submission-unchanged": "This correction is the same as what was sent, so nothing was sent.",
      "item-changed":
        "{who} changed this item before you ({at}). What you wrote was not saved, but is still on your page.",
      "item-gone": "A colleague removed this item. What you wrote is still on your page.",
      "too-many-items": "A submission may have at most 200 items.",
      "too-many-comments": "An item may have at most 200 comments of colleagues.",
      "not-under-consultation": "The text under consultation has no such clause.",
      "unknown-group": "This group is not part of the consultation.",
      "file-kind":
        "The content of this file is not PDF, Word (docx), Excel (xlsx), ODT, a PNG or JPEG image, or UTF-8 text. What counts is the content, not the name; programs and documents with macros are not taken.",
      "file-empty": "This file is empty.",
      "file-too-large": "A file may have at most 10 MB. Make it smaller or split it, then upload it again.",
      "file-gone": "This file is no longer there.",
      "files-too-large": "All files of a submission together may have at most 30 MB.",
      "too-many-files": "An item may have at most 5 files.",
      "mail-sent": "This mail was sent already, or marked as delivered.",
      "link-spent": "This link was used, has expired, or is not known.",
      "password-too-short": "The password is too short; it needs at least 10 characters.",
      "password-too-long": "The password is too long; it may have at most 128 characters.",
      "password-wrong": "The present password does not match.",
      "invalid-credentials": "E-mail address or password do not match.",
      "policy-id": "The draft's id in the address is not valid.",
      "no-such-route": "There is nothing at this address.",
      "websocket-expected": "This address serves only WebSocket connections.",
      "collaboration-not-here": "Co-editing is not available on this deployment yet.",
    },
  },
};
